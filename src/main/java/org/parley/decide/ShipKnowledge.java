package org.parley.decide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.derive.ShippedRules;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.ShippedFiles;
import org.parley.precedent.Library;

/** Run by the build: checks the shipped knowledge base and puts what loads fast into the jar. */
public final class ShipKnowledge {
  private static final int SAMPLE = 500;

  private ShipKnowledge() {}

  /**
   * Ships the knowledge base of a project.
   *
   * @param args the project's folder, and the folder of its compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path project = Path.of(args[0]);
    ShippedFiles files = new ShippedFiles(Path.of(args[1]));
    try {
      files.clear();
      KnowledgeBase knowledge = KnowledgeBase.load(project, LoadOption.TRUST_RULES);
      TableEngine engine = TableEngine.compile(knowledge);
      Optional<String> difference = engine.firstDifference(SAMPLE);
      if (difference.isPresent()) {
        throw new ParleyException("the masks of the tables are wrong: " + difference.get());
      }
      files.write(TableEngine.SHIPPED, engine.toFile());
      files.write(KnownProofs.SHIPPED, KnownProofs.toFile(knowledge, engine));
      files.write(Library.SHIPPED, Library.of(knowledge).toFile(knowledge.vocabulary()));
      ShippedRules.ship(knowledge.rules(), files);
      files.write(project, knowledge);
    } catch (ParleyException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
