package org.parley.game;

import static org.parley.game.Kind.CANNOT_LAST;
import static org.parley.game.Kind.CAN_LAST;

import java.util.List;
import java.util.Locale;

/**
 * A comparison on which the solution of the game turns: above zero on one side of it. As a function
 * of any single number of the game each is a straight line, so where it crosses zero is exact.
 */
enum Border {
  /** Escalating pays against a party that cannot last. */
  PAYS_AGAINST_LOW {
    @Override
    double at(Parameters g) {
      return g.promise(CANNOT_LAST) - g.costWithGuarantee();
    }
  },
  /** Escalating costs more than it brings against a party that can last. */
  DEAR_AGAINST_HIGH {
    @Override
    double at(Parameters g) {
      return g.costWithGuarantee() - g.promise(CAN_LAST);
    }
  },
  /** Escalating pays at what the adversary believes; another writing of belief below mu*. */
  PAYS_AT_BELIEF {
    @Override
    double at(Parameters g) {
      double p = g.get(Parameter.P);
      double cost = g.costWithGuarantee();
      return p * g.get(Parameter.LAMBDA_H) * (g.promise(CAN_LAST) - cost)
          + (1 - p) * g.get(Parameter.LAMBDA_L) * (g.promise(CANNOT_LAST) - cost);
    }
  },
  /** Talks are worth less than escalation would destroy, to a party that can last (A1). */
  HIGH_FEARS_ESCALATION {
    @Override
    double at(Parameters g) {
      return g.damage(CAN_LAST) - g.worth(CAN_LAST);
    }
  },
  /** Talks are worth less than escalation would destroy, to a party that cannot last (A1). */
  LOW_FEARS_ESCALATION {
    @Override
    double at(Parameters g) {
      return g.damage(CANNOT_LAST) - g.worth(CANNOT_LAST);
    }
  },
  /** A demonstration costs a party that can last more than talks bring it. */
  TOO_DEAR_FOR_HIGH {
    @Override
    double at(Parameters g) {
      return g.price(CAN_LAST) - g.worth(CAN_LAST);
    }
  },
  /** A demonstration costs a party that cannot last less than talks bring it. */
  WITHIN_REACH_OF_LOW {
    @Override
    double at(Parameters g) {
      return g.worth(CANNOT_LAST) - g.price(CANNOT_LAST);
    }
  },
  /** After a demonstration a party that can last bears more escalation than one that cannot. */
  HIGH_BEARS_MORE {
    @Override
    double at(Parameters g) {
      return (g.worth(CAN_LAST) - g.price(CAN_LAST)) * g.promise(CANNOT_LAST)
          - (g.worth(CANNOT_LAST) - g.price(CANNOT_LAST)) * g.promise(CAN_LAST);
    }
  },
  /** A secret channel is better than a closed posture, to a party that can last. */
  SECRECY_SERVES_HIGH {
    @Override
    double at(Parameters g) {
      return SecretChannel.of(g, CAN_LAST).overClosed();
    }
  },
  /** A secret channel is better than a closed posture, to a party that cannot last. */
  SECRECY_SERVES_LOW {
    @Override
    double at(Parameters g) {
      return SecretChannel.of(g, CANNOT_LAST).overClosed();
    }
  },
  /** Assumption: escalation brings more against a party that cannot last. */
  KINDS_DIFFER {
    @Override
    double at(Parameters g) {
      return g.promise(CANNOT_LAST) - g.promise(CAN_LAST);
    }

    @Override
    String objection(Parameters g) {
      return "pi_H (%s) must be less than pi_L (%s): escalation brings less against a party that"
              .formatted(Numbers.plain(g.promise(CAN_LAST)), Numbers.plain(g.promise(CANNOT_LAST)))
          + " can last";
    }
  },
  /** Assumption: a demonstration is cheaper for a party that can last. */
  PRICES_DIFFER {
    @Override
    double at(Parameters g) {
      return g.price(CANNOT_LAST) - g.price(CAN_LAST);
    }

    @Override
    String objection(Parameters g) {
      return "k_H (%s) must be less than k_L (%s): a demonstration costs a party that can last less"
          .formatted(Numbers.plain(g.price(CAN_LAST)), Numbers.plain(g.price(CANNOT_LAST)));
    }
  },
  /** Assumption A2: without a demonstration a party that cannot last is the keener to open. */
  LOW_IS_KEENER {
    @Override
    double at(Parameters g) {
      return g.worth(CANNOT_LAST) * g.promise(CAN_LAST)
          - g.worth(CAN_LAST) * g.promise(CANNOT_LAST);
    }

    /** A party that opens anyway tells nothing by opening, so nothing hangs on who is keener. */
    @Override
    boolean matters(Parameters g) {
      return HIGH_FEARS_ESCALATION.isAbove(g) && LOW_FEARS_ESCALATION.isAbove(g);
    }

    @Override
    String objection(Parameters g) {
      return String.format(
          Locale.ROOT,
          "b_L/pi_L (%s) must be more than b_H/pi_H (%s), incentive included: the game assumes that"
              + " a party that cannot last is the keener to talk (assumption A2)",
          Numbers.plain(g.worth(CANNOT_LAST) / g.promise(CANNOT_LAST)),
          Numbers.plain(g.worth(CAN_LAST) / g.promise(CAN_LAST)));
    }
  };

  /** What the model takes for granted. */
  static final List<Border> ASSUMPTIONS = List.of(KINDS_DIFFER, PRICES_DIFFER, LOW_IS_KEENER);

  // what is nearer to zero is zero but for rounding
  private static final double ZERO = 1e-12;

  abstract double at(Parameters game);

  boolean isAbove(Parameters game) {
    return at(game) > ZERO;
  }

  /** Whether an assumption is needed. */
  boolean matters(Parameters game) {
    return true;
  }

  /** What to say when an assumption is broken. */
  String objection(Parameters game) {
    throw new IllegalStateException(this + " is no assumption");
  }
}
