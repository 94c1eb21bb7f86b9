import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

File reports = new File(basedir, 'target/parley')
File log = new File(basedir, 'target/ci.log')
String maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
String settings = new File(basedir, '../interpolated-settings.xml').canonicalPath

def run = { String... arguments ->
  ProcessBuilder script =
      new ProcessBuilder(['sh', 'ci/knowledge.sh'] + arguments.toList())
          .directory(basedir)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
  script.environment().put('MVN', "${maven} -s ${settings} -Dmaven.repo.local=${localRepositoryPath}".toString())
  script.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1')
  Process process = script.start()
  assert process.waitFor(5, TimeUnit.MINUTES)
  return process.exitValue()
}
def regression = { new groovy.xml.XmlSlurper().parse(new File(reports, 'regress.xml')) }

log.parentFile.mkdirs()
assert run('HEAD') == 0, log.text
assert !log.text.contains('SLF4J')
def sarif = new JsonSlurper().parse(new File(reports, 'check.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].tool.driver.name
assert regression().@failures == '0'
assert (regression().@tests as String).toInteger() > 0
assert new File(reports, 'regress.md').getText('UTF-8').contains('come out as pinned')
String diff = new File(reports, 'diff.md').getText('UTF-8')
assert diff.contains('open-safe-and-wanted') && diff.contains('what speaks against it can be borne')

// tables that cannot be used: a build server is to show why
reports.deleteDir()
new File(basedir, 'knowledge/dmn/posture.dmn').setText('nothing', 'UTF-8')
assert run() == 1
assert !log.text.contains('\tat ') && !log.text.contains('    at ')
assert regression().@failures == '1'
assert regression().testsuite.testcase.failure.text().contains('dmn/posture.dmn')
assert new JsonSlurper().parse(new File(reports, 'check.sarif')).runs[0].results.any { it.level == 'error' }
return true
