File reports = new File(basedir, 'target/surefire-reports')

def ours = new groovy.xml.XmlSlurper().parse(new File(reports, 'TEST-com.example.OurCasesTest.xml'))
assert ours.@tests == '2'
assert ours.@failures == '0' && ours.@errors == '0' && ours.@skipped == '0'

String failure =
    new groovy.xml.XmlSlurper()
        .parse(new File(reports, 'TEST-com.example.OtherCasesTest.xml'))
        .testcase
        .failure
        .text()
assert failure.contains('VN-04 Hanoi after the partial bombing halt')
assert failure.contains('expected: closed posture\nactual: open talks\n')
assert failure.contains('decided by: open-safe-and-wanted (open talks verdict) There is reason to talk')
assert failure.contains('decided by: ') && failure.contains('(closed posture verdict)')
return true
