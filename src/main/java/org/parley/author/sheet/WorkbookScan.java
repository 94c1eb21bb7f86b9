package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.Limit;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Finds, in the XML of a spreadsheet, numbers so large that whoever believed them would not end.
 */
final class WorkbookScan extends DefaultHandler2 {
  // what a spreadsheet itself can hold: columns to XFD, rows of seven digits, numbers of a double
  private static final Pattern ADDRESS =
      Pattern.compile("([A-W]?[A-Z]{1,2}|X[A-E][A-Z]|XF[A-D])\\d{1,7}");
  private static final Pattern ROW = Pattern.compile("\\d{1,7}");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[-+]?\\d{0,40}\\.?\\d{0,40}([eE][-+]?\\d{1,3})?\\s*");
  private static final Pattern INDEX = Pattern.compile("\\s*\\d{1,9}\\s*");
  private static final int LONGEST = 128;

  private final String file;
  private final Map<String, String> nameById = new HashMap<>();
  private final Map<String, String> idByTarget = new HashMap<>();
  private final Map<String, List<MergedArea>> merged = new HashMap<>();
  private final StringBuilder value = new StringBuilder();
  private String part = "";
  private String cell = "";
  private String type = "";
  private boolean inValue;
  // characters since the last tag
  private long run;
  private int texts;
  private int lastText = -1;
  private Problem missing;

  WorkbookScan(String file) {
    this.file = file;
  }

  /** What follows is another part. */
  void enter(String part) {
    this.part = part;
    this.cell = "";
  }

  /** All parts have been looked at. */
  void end() {
    if (lastText >= texts) {
      throw new ParleyException(missing);
    }
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    run = 0;
    switch (local) {
      case "sheet" ->
          nameById.put(lastOf(attributes, "id"), String.valueOf(attributes.getValue("name")));
      case "Relationship" -> {
        String target = String.valueOf(attributes.getValue("Target"));
        idByTarget.put(
            target.substring(target.lastIndexOf('/') + 1),
            String.valueOf(attributes.getValue("Id")));
      }
      case "si" -> texts++;
      case "row" -> {
        cell = "";
        require(attributes.getValue("r"), ROW, "has a line that no sheet can have");
      }
      case "c" -> {
        cell = String.valueOf(attributes.getValue("r"));
        type = String.valueOf(attributes.getValue("t"));
        require(attributes.getValue("r"), ADDRESS, "has a cell that no sheet can have");
      }
      case "mergeCell" -> {
        MergedArea area = MergedArea.of(attributes.getValue("ref"));
        if (area == null) {
          throw new ParleyException(problem("has merged cells that no sheet can have"));
        }
        merged.computeIfAbsent(sheetName(), name -> new ArrayList<>()).add(area);
      }
      case "v" -> {
        inValue = true;
        value.setLength(0);
      }
      default -> {
        // the rest only looks like something
      }
    }
  }

  /** The cells of a sheet that are merged, by its name. */
  List<MergedArea> merged(String sheet) {
    return merged.getOrDefault(sheet, List.of());
  }

  private String sheetName() {
    return nameById.get(idByTarget.get(part.substring(part.lastIndexOf('/') + 1)));
  }

  /** The id of a sheet has a prefix, and may come with an id of another kind. */
  private static String lastOf(Attributes attributes, String local) {
    String last = "";
    for (int i = 0; i < attributes.getLength(); i++) {
      last = attributes.getLocalName(i).equals(local) ? attributes.getValue(i) : last;
    }
    return last;
  }

  private void require(String said, Pattern form, String otherwise) {
    if (said != null && !form.matcher(said).matches()) {
      throw new ParleyException(problem(otherwise));
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    run += length;
    if (run > Limit.CELL.most()) {
      throw new ParleyException(problem(Limit.CELL.exceeded()));
    }
    if (inValue && value.length() < LONGEST) {
      value.append(text, start, Math.min(length, LONGEST));
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    run = 0;
    if (!inValue || !local.equals("v")) {
      return;
    }
    inValue = false;
    if (type.equals("s")) {
      require(value.toString(), INDEX, "points to a text that the file does not hold");
      int index = Integer.parseInt(value.toString().strip());
      if (index > lastText) {
        lastText = index;
        missing = problem("points to a text that the file does not hold");
      }
    } else if (type.equals("n") || type.equals("null")) {
      require(value.toString(), NUMBER, "holds no number that a spreadsheet can hold");
    }
  }

  private Problem problem(String message) {
    String name = sheetName();
    Place place = Place.of(file);
    Place sheet = name == null ? place.at("part " + part) : place.in("sheet", name);
    boolean known = ADDRESS.matcher(cell).matches();
    return new Problem(known ? sheet.at("cell " + cell) : sheet, message);
  }
}
