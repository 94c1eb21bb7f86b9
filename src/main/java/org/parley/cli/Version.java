package org.parley.cli;

import java.util.Optional;
import org.parley.decide.reference.ReferenceEngine;
import picocli.CommandLine.IVersionProvider;

/** What {@code parley --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"Parley " + version + ", on " + ReferenceEngine.describe()};
  }
}
