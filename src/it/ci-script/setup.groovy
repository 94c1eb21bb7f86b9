import org.eclipse.jgit.api.Git

// a repository with some of the knowledge base that comes with Parley, and an edit that is not committed
File knowledge = new File(basedir, 'knowledge')
new GroovyShell(new Binding([projectDirectory: projectDirectory, folders: ['dmn', 'rules', 'cases/vietnam-war'], to: knowledge]))
    .evaluate(new File(projectDirectory, 'src/it/copy-folders.groovy'))
Git.init().setDirectory(basedir).call().withCloseable { git ->
  git.repository.config.setBoolean('commit', null, 'gpgsign', false)
  git.add().addFilepattern('knowledge').call()
  git.commit().setMessage('Knowledge').setAuthor('A', 'a@example.org').setCommitter('A', 'a@example.org').setSign(false).call()
}
File posture = new File(knowledge, 'dmn/posture.dmn')
String before = posture.getText('UTF-8')
String after = before.replaceFirst('what speaks against doing so in the open can be borne', 'what speaks against it can be borne')
assert after != before
posture.setText(after, 'UTF-8')
