# Works out what `parley qca` prints from the table that `parley qca --csv` writes, in base R.
#
#   Rscript qca.R sets.csv [POSTURE] > figures.csv
#
# The table has a line for each case of history: `observed` is the outcome, a column `fact: NAME`
# holds a value or nothing where it is not known, a column `row: TABLE: ID` holds 1 where the row
# gives the result of its table. Columns `number: NAME` are no sets: rows read numbers in bands.
#
# Each line of the output is of one outcome and one row or one value of a fact. Of a value,
# `consistency` is its sufficiency, `raw` its necessity, and the last two columns count cases.

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1 || length(arguments) > 2) {
  stop("usage: Rscript qca.R sets.csv [POSTURE]")
}
postures <- c("open talks", "secret back-channel", "neutral mediator", "closed posture")
if (length(arguments) == 2) {
  if (!arguments[2] %in% postures) {
    stop("'", arguments[2], "' is not a posture: ", paste(postures, collapse = ", "))
  }
  postures <- arguments[2]
}
if (!file.exists(arguments[1])) {
  stop("there is no file '", arguments[1], "'")
}
cases <- read.csv(
  arguments[1],
  colClasses = "character", check.names = FALSE, na.strings = "", fileEncoding = "UTF-8",
  quote = "\""
)
row_columns <- grep("^row: ", names(cases), value = TRUE)
fact_columns <- grep("^fact: ", names(cases), value = TRUE)
row_ids <- sub("^.*: ", "", row_columns)
tables <- substring(row_columns, 6, nchar(row_columns) - nchar(row_ids) - 2)
fired <- as.matrix(cases[row_columns]) == "1"

share <- function(part, total) if (total == 0) NA else part / total
named <- function(which) paste(sort(cases$case[which], method = "radix"), collapse = " ")

of_row <- function(outcome, i) {
  others <- setdiff(which(tables == tables[i]), i)
  alone <- fired[, i] & rowSums(fired[, others, drop = FALSE]) == 0
  data.frame(
    outcome = NA, kind = "row", of = tables[i], name = row_ids[i],
    consistency = share(sum(fired[, i] & outcome), sum(fired[, i])),
    raw = share(sum(fired[, i] & outcome), sum(outcome)),
    unique = share(sum(alone & outcome), sum(outcome)),
    cases = named(fired[, i] & outcome), contradictory = named(fired[, i] & !outcome)
  )
}

of_value <- function(outcome, column, value) {
  known <- !is.na(cases[[column]])
  having <- known & cases[[column]] == value
  data.frame(
    outcome = NA, kind = "value", of = substring(column, 7), name = value,
    consistency = share(sum(having & outcome), sum(having)),
    raw = share(sum(having & outcome), sum(known & outcome)),
    unique = NA, cases = sum(having), contradictory = sum(having & !outcome)
  )
}

of_outcome <- function(posture) {
  outcome <- cases$observed == posture
  found <- lapply(seq_along(row_columns), function(i) of_row(outcome, i))
  for (column in fact_columns) {
    values <- unique(cases[[column]][!is.na(cases[[column]])])
    found <- c(found, lapply(values, function(value) of_value(outcome, column, value)))
  }
  result <- do.call(rbind, found)
  result$outcome <- posture
  result
}

write.csv(
  do.call(rbind, lapply(postures, of_outcome)), row.names = FALSE, na = "", fileEncoding = "UTF-8"
)
