#!/bin/sh
# Checks the tables, runs the cases and, where a git revision is named, tells what changed since.
# All three are done, whatever one of them finds; what they say lies in target/parley.
#
#   ci/knowledge.sh [REVISION]
#   MVN   how Maven is called, such as "mvn -s settings.xml"
set -u
cd "$(dirname "$0")/.." || exit 1
code=0

parley() {
  # of a command that ends with findings, Maven would print where in Java it noticed
  ${MVN:-mvn} -B -q -Dorg.slf4j.simpleLogger.log.org.codehaus.mojo.exec.ExecMojo=off "$@" || code=1
}

parley exec:exec@check
parley exec:exec@regress
[ -z "${1:-}" ] || parley exec:exec@diff "-Dbase=$1"
exit $code
