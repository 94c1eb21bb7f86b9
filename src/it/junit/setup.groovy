// two of the cases that come with Parley, and one of them as if the tables were to say something else
String theirs = new File(projectDirectory, 'cases/vietnam-war/VN-04.yaml').getText('UTF-8')
String pinned = 'posture: open talks\n  unofficial track: none'
assert theirs.contains(pinned)
['VN-01', 'VN-04'].each {
  File copied = new File(basedir, "cases/${it}.yaml")
  copied.parentFile.mkdirs()
  copied.bytes = new File(projectDirectory, "cases/vietnam-war/${it}.yaml").bytes
}
File other = new File(basedir, 'other-cases/VN-04.yaml')
other.parentFile.mkdirs()
other.setText(theirs.replace(pinned, pinned.replace('open talks', 'closed posture')), 'UTF-8')
