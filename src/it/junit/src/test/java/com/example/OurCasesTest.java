package com.example;

import org.parley.junit.ParleyCases;

class OurCasesTest {

  @ParleyCases("cases")
  void comesOutAsPinned() {}
}
