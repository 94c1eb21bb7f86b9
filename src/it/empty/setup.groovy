// program and dependency are those that the README shows
String readme = new File(readmeFile).getText('UTF-8')
assert readme.contains("<version>${projectVersion}</version>")
String program = (readme =~ /(?s)```java\n(.*?)```/)[0][1]
assert program.contains('class FirstAdvice')
new File(basedir, 'src/main/java/FirstAdvice.java').setText(program, 'UTF-8')
