// tables and rules of the application's own
File knowledge = new File(basedir, 'target/knowledge')
def copy = { String folder, File to ->
  File from = new File(projectDirectory, folder)
  from.eachFileRecurse(groovy.io.FileType.FILES) {
    File copied = new File(to, "${folder}/${from.toPath().relativize(it.toPath())}")
    copied.parentFile.mkdirs()
    copied.bytes = it.bytes
  }
}
copy('dmn', knowledge)
copy('rules', knowledge)
new File(knowledge, 'rules/derive/timing.drl') << '\n// our own\n'
new File(knowledge, 'dmn/statements.csv') << '\n'

new GroovyShell(
        new Binding([
            basedir: basedir,
            arguments: ["--parley.knowledge=${knowledge}".toString(), '--parley.trust-rules=true'],
        ]))
    .evaluate(new File(projectDirectory, 'src/it/ask-service.groovy'))
return true
