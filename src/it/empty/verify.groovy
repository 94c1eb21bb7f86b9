import java.util.concurrent.TimeUnit

String classPath = new File(basedir, 'target/classpath').getText('UTF-8').trim()
List<File> jars = classPath.split(File.pathSeparator).collect { new File(it) }

def run = { String type ->
  File out = new File(basedir, "target/${type}.out")
  File err = new File(basedir, "target/${type}.err")
  String java = new File(System.getProperty('java.home'), 'bin/java').path
  Process process =
      new ProcessBuilder(
              java, '-XX:TieredStopAtLevel=1', '-cp', "${basedir}/target/classes${File.pathSeparator}${classPath}".toString(), type)
          .directory(basedir)
          .redirectOutput(out)
          .redirectError(err)
          .start()
  assert process.waitFor(1, TimeUnit.MINUTES)
  assert err.text == ''
  assert process.exitValue() == 0
  return out.getText('UTF-8').replace('\r\n', '\n')
}

String readme = new File(readmeFile).getText('UTF-8')
assert run('FirstAdvice') == (readme =~ /(?s)It prints\n\n```text\n(.*?)```/)[0][1]
assert run('PlainJson').trim() == '1'

// Jackson's annotations have no third number
Set<String> minors =
    jars.findAll { it.name.startsWith('jackson-') }
        .collect { (it.name =~ /-(\d+\.\d+)(\.\d+)?\.jar$/)[0][1] }
        .toSet()
assert minors.size() == 1

int brought = jars.count { !it.name.startsWith('parley-') }
assert brought == jars.size() - 1
assert brought <= 71
assert jars.sum { it.length() } <= 35 * 1024 * 1024

// nothing asks for a range of versions or looks for snapshots elsewhere
assert jars.every { it.name.startsWith('parley-') || !it.name.contains('SNAPSHOT') }
List<String> lines = new File(basedir, 'build.log').readLines()
assert lines.findAll { it.contains('maven-metadata') && !it.contains('org/parley/') } == []
// but for profiles of the build around it, which are asked for here too
assert lines.findAll { it.contains('WARN') && !it.contains('The requested profile') } == []
return true
