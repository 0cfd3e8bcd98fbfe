# CPack's settings. Included last, when everything that is installed is known.
# Whoever builds packages answers for them, by the name that Debian's own tools know (dch, debuild). Where none is known nobody
# elsewhere is named, who would know nothing of it.
set(builder "Whoever built this package <root@localhost>")
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(builder "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(ISOLOIR_MAINTAINER "${builder}" CACHE STRING "Who answers for the Debian packages: Name <address>")
configure_file(debian/changelog.in ${CMAKE_BINARY_DIR}/packaged/changelog @ONLY)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME isoloir)
set(CPACK_PACKAGE_CONTACT ${ISOLOIR_MAINTAINER})
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL server terminal verify trustee fonts)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# isoloir_package(server SECTION net SUMMARY ... TEXT ... [DEPENDS ...])
function(isoloir_package component)
  cmake_parse_arguments(ARG "" "SECTION;SUMMARY;TEXT;DEPENDS" "" ${ARGN})
  string(TOUPPER ${component} id)
  set(CPACK_DEBIAN_${id}_PACKAGE_NAME isoloir-${component} PARENT_SCOPE)
  set(CPACK_DEBIAN_${id}_PACKAGE_SECTION ${ARG_SECTION} PARENT_SCOPE)
  set(CPACK_DEBIAN_${id}_DESCRIPTION "${ARG_SUMMARY}\n${ARG_TEXT}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${id}_PACKAGE_DEPENDS "${ARG_DEPENDS}" PARENT_SCOPE)
endfunction()

isoloir_package(server SECTION net
  SUMMARY "centre of a participatory budget: takes ballots, counts, publishes"
  TEXT "The server that the voting terminals of an Isoloir election send their
sealed ballots to. It merges them with online votes, logs, counts and
publishes them, and has a desk for admins in the browser."
  DEPENDS "isoloir-fonts, systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS postgresql)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
  "${CMAKE_CURRENT_SOURCE_DIR}/debian/server/conffiles;${CMAKE_CURRENT_SOURCE_DIR}/debian/server/postinst;${CMAKE_CURRENT_SOURCE_DIR}/debian/server/prerm;${CMAKE_CURRENT_SOURCE_DIR}/debian/server/postrm")

isoloir_package(terminal SECTION misc
  SUMMARY "voting terminal for participatory budgets"
  TEXT "The booth: residents choose projects on a touchscreen, with or without a
network. Each ballot is sealed and signed the moment it is cast."
  DEPENDS isoloir-fonts)
set(CPACK_DEBIAN_TERMINAL_PACKAGE_RECOMMENDS pcscd)

isoloir_package(verify SECTION misc
  SUMMARY "public verifier of participatory budgets"
  TEXT "Repeats the count of an Isoloir election from what it published, and checks
what a voting terminal sealed. isoloir-verify-js does so with a verifier that
was written a second time, for Node.")
set(CPACK_DEBIAN_VERIFY_PACKAGE_SUGGESTS nodejs)

isoloir_package(trustee SECTION misc
  SUMMARY "key ceremony of participatory budgets, for trustees"
  TEXT "Trustees of an Isoloir election make its key together, each on a machine of
their own: any t of them can open the urn, fewer cannot."
  DEPENDS isoloir-fonts)

isoloir_package(fonts SECTION fonts
  SUMMARY "fonts of Isoloir's screens and papers"
  TEXT "Atkinson Hyperlegible Next and Inter, as the terminal draws with them, the
server writes minutes and the trustees' program its pages with them.")
set(CPACK_DEBIAN_FONTS_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_FONTS_PACKAGE_SHLIBDEPS OFF)

include(CPack)
