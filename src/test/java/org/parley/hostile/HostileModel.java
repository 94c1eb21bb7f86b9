package org.parley.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A model that wants to run code.
 *
 * @param place where its text stands
 * @param text what stands there
 * @param marker the file that it would leave
 * @param xml the model
 */
public record HostileModel(Place place, String text, Path marker, String xml) {

  /**
   * Models that carry their texts in all places in turn.
   *
   * @param markers a folder for what they would leave
   */
  public static List<HostileModel> some(int number, Path markers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Place> places = List.of(Place.values());
    List<HostileModel> models = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Place place = places.get(i % places.size());
      Path marker = markers.resolve("mark-" + i);
      String text = HostileText.of(marker, random);
      models.add(new HostileModel(place, text, marker, place.model(text)));
    }
    return models;
  }

  @Override
  public String toString() {
    return place + ": " + text;
  }
}
