import com.fasterxml.jackson.databind.ObjectMapper;

/** The application's own use of Jackson. */
public class PlainJson {
  public static void main(String[] args) throws Exception {
    System.out.println(new ObjectMapper().readTree("{\"a\": [1]}").get("a").get(0));
  }
}
