# SDL2 with SDL2_ttf and SDL2_image draw the window: by pkg-config where there is one, else by the
# configuration files that the libraries install.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(SDL IMPORTED_TARGET sdl2>=2.26 SDL2_ttf>=2.0.18 SDL2_image>=2.6)
endif()
add_library(sdl INTERFACE)
if(TARGET PkgConfig::SDL)
  target_link_libraries(sdl INTERFACE PkgConfig::SDL)
else()
  find_package(SDL2 CONFIG QUIET)
  find_package(SDL2_ttf CONFIG QUIET)
  find_package(SDL2_image CONFIG QUIET)
  if(NOT SDL2_FOUND OR NOT SDL2_ttf_FOUND OR NOT SDL2_image_FOUND)
    message(FATAL_ERROR "SDL2, SDL2_ttf or SDL2_image is missing. Install them and configure again, or let ./run do so:\n"
      "  Debian, Ubuntu: apt install libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev pkg-config\n"
      "  Fedora: dnf install SDL2-devel SDL2_ttf-devel SDL2_image-devel pkgconf\n"
      "  Arch: pacman -S sdl2 sdl2_ttf sdl2_image pkgconf\n"
      "  macOS: brew install sdl2 sdl2_ttf sdl2_image pkg-config")
  endif()
  target_link_libraries(sdl INTERFACE SDL2::SDL2 SDL2_ttf::SDL2_ttf SDL2_image::SDL2_image)
endif()
