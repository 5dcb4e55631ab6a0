# Where everything goes: cmake --install build --prefix WHERE. The programs find the rest from their own
# place, so the whole may be moved.
include(GNUInstallDirs)
install(TARGETS toque RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS toque-desk RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/toque)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/assets/fonts ${CMAKE_SOURCE_DIR}/assets/sprites
  DESTINATION ${CMAKE_INSTALL_DATADIR}/toque/assets)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/scenarios
  DESTINATION ${CMAKE_INSTALL_DATADIR}/toque FILES_MATCHING PATTERN "*.py")
install(FILES ${CMAKE_SOURCE_DIR}/docs/toque.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_SOURCE_DIR}/docs/toque.fr.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/fr/man1 RENAME toque.1)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/toque.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/toque.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
