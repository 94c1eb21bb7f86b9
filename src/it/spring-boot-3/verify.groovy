new GroovyShell(new Binding([basedir: basedir, arguments: []])).evaluate(new File(projectDirectory, 'src/it/ask-service.groovy'))
return true
