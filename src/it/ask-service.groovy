// starts the packaged service once, and asks it as a stranger would
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

File out = new File(basedir, 'target/service.out')
File err = new File(basedir, 'target/service.err')
String java = new File(System.getProperty('java.home'), 'bin/java').path
List<String> command = [
    java, '-XX:TieredStopAtLevel=1', '-jar', "${basedir}/target/advice-service-1.jar".toString(),
    '--server.port=0', '--management.endpoint.health.show-details=always',
    '--management.endpoints.web.exposure.include=health,metrics',
] + arguments
Process service = new ProcessBuilder(command).directory(basedir).redirectOutput(out).redirectError(err).start()
try {
  int port = 0
  for (int i = 0; i < 600 && port == 0 && service.alive; i++) {
    Thread.sleep(100)
    def started = out.text =~ /Tomcat started on port (\d+)/
    port = started ? started[0][1] as int : 0
  }
  assert port != 0, out.text + err.text

  HttpClient client = HttpClient.newHttpClient()
  def send = { HttpRequest.Builder request ->
    HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    [status: answer.statusCode(), type: answer.headers().firstValue('Content-Type').orElse(''), json: new JsonSlurper().parseText(answer.body())]
  }
  def uri = { String path -> HttpRequest.newBuilder(URI.create("http://localhost:${port}${path}")) }
  def post = { String path, Map body ->
    send(uri(path).header('Content-Type', 'application/json').POST(HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body))))
  }
  def advise = { Map facts -> post('/advice', facts) }

  def answer = advise('adversary escalation cost': 'prohibitive', 'resilience signal': 'strong', 'own resilience': 'high', 'respite needed': true)
  assert answer.status == 200
  assert answer.json.posture == 'open talks'
  // these few facts make a leaning, and it has to look like one
  assert answer.json.favoured == false
  assert answer.json.confidence == 'low'
  assert answer.json.row == 'open-safe-and-wanted'

  def refused = advise('resilience signal': 'nonsense', 'no such fact': true)
  assert refused.status == 422
  assert refused.type.startsWith('application/problem+json')
  assert refused.json.problems*.kind.sort() == ['UNKNOWN_FACT', 'UNKNOWN_VALUE']
  def value = refused.json.problems.find { it.kind == 'UNKNOWN_VALUE' }
  assert value.message.contains('nonsense')
  assert value.legal.contains('strong')

  def whole = post('/cases', [id: 'X-1', 'as of': '1968-04-01', facts: ['resilience signal': [value: 'strong', why: 'said so']]])
  assert whole.status == 200
  assert whole.json.schemaVersion == 1
  assert whole.json.case == 'X-1'
  assert whole.json.facts*.why == ['said so']
  assert whole.json.trace.find { it.decision == 'posture' }.rows[0].statements

  def slip = post('/cases', [id: 'X-1', facts: ['resilience signl': 'strong'], 'as off': '1968-04-01'])
  assert slip.status == 422
  assert slip.json.detail.contains("did you mean 'as of'?")

  def health = send(uri('/actuator/health').GET()).json.components.parley
  assert health.status == 'UP'
  assert health.details.hash ==~ /[0-9a-f]{64}/
  assert health.details.hash.startsWith(health.details.knowledge)

  def asked = send(uri('/actuator/metrics/parley.advice').GET()).json
  assert asked.measurements.find { it.statistic == 'COUNT' }.value == 3
  assert asked.availableTags.find { it.tag == 'outcome' }.values.sort() == ['advised', 'refused']
} finally {
  service.destroy()
  service.waitFor()
}
assert err.text == ''
// where rules are compiled, Drools has a remark on how fast one of them is
assert out.readLines().findAll { it.contains('ERROR') || it.contains('WARN') && !it.contains('ConstraintParser') } == []
