package org.parley.game;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.parley.ParleyException;

/** Games with random numbers, each clear of every border so that rounding decides nothing. */
final class RandomGames {
  private static final double CLEAR = 1e-4;

  private final Random random;

  RandomGames(long seed) {
    random = new Random(seed);
  }

  Parameters next() {
    while (true) {
      Parameters game = draw();
      if (game != null && isClear(game)) {
        return game;
      }
    }
  }

  private static boolean isClear(Parameters game) {
    for (Border border : Border.values()) {
      if (Math.abs(border.at(game)) < CLEAR) {
        return false;
      }
    }
    return true;
  }

  private Parameters draw() {
    Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
    double promiseHigh = between(0.02, 0.8);
    double promiseLow = promiseHigh + between(0.02, 0.9 - promiseHigh + 0.1);
    double damage = between(1, 6);
    numbers.put(Parameter.P, between(0.02, 0.98));
    numbers.put(Parameter.C, between(0, promiseLow * 1.2));
    numbers.put(Parameter.PI_H, promiseHigh);
    numbers.put(Parameter.PI_L, promiseLow);
    numbers.put(Parameter.D, damage);
    // the share of the damage that talks are worth: above 1 a party opens anyway
    numbers.put(Parameter.B_H, promiseHigh * damage * between(0.02, 1.05));
    numbers.put(Parameter.B_L, promiseLow * damage * between(0.02, 1.1));
    double priceHigh = between(0.01, 1.3) * numbers.get(Parameter.B_H);
    numbers.put(Parameter.K_H, priceHigh);
    numbers.put(Parameter.K_L, priceHigh + between(0.01, 1) * numbers.get(Parameter.B_L));
    numbers.put(Parameter.LAMBDA_H, between(0.1, 1));
    numbers.put(Parameter.LAMBDA_L, between(0.1, 1));
    numbers.put(Parameter.G, random.nextInt(3) == 0 ? between(0, 0.2) : 0);
    numbers.put(Parameter.I, random.nextInt(3) == 0 ? between(0, 0.1) : 0);
    numbers.put(Parameter.T, random.nextDouble());
    numbers.put(Parameter.V, random.nextDouble());
    try {
      return Parameters.of(numbers);
    } catch (ParleyException outsideTheModel) {
      return null;
    }
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
