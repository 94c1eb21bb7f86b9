// tables and rules of the application's own
File knowledge = new File(basedir, 'target/knowledge')
new GroovyShell(new Binding([projectDirectory: projectDirectory, folders: ['dmn', 'rules'], to: knowledge]))
    .evaluate(new File(projectDirectory, 'src/it/copy-folders.groovy'))
new File(knowledge, 'rules/derive/timing.drl') << '\n// our own\n'
new File(knowledge, 'dmn/statements.csv') << '\n'

new GroovyShell(
        new Binding([
            basedir: basedir,
            arguments: ["--parley.knowledge=${knowledge}".toString(), '--parley.trust-rules=true'],
        ]))
    .evaluate(new File(projectDirectory, 'src/it/ask-service.groovy'))
return true
