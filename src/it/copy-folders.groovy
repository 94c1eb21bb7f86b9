// copies folders of Parley's own checkout below another one
folders.each { String folder ->
  File from = new File(projectDirectory, folder)
  from.eachFileRecurse(groovy.io.FileType.FILES) {
    File copied = new File(to, "${folder}/${from.toPath().relativize(it.toPath())}")
    copied.parentFile.mkdirs()
    copied.bytes = it.bytes
  }
}
