package org.parley.cli;

/** The forms that a result can be printed in. */
enum Format {
  text,
  markdown,
  json
}
