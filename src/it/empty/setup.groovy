// the program is the one that the README shows
String readme = new File(readmeFile).getText('UTF-8')
String program = (readme =~ /(?s)```java\n(.*?)```/)[0][1]
assert program.contains('class FirstAdvice')
new File(basedir, 'src/main/java/FirstAdvice.java').setText(program, 'UTF-8')
