# GMP holds the ints that do not fit 48 bits.
find_path(GMP_INCLUDE_DIR gmp.h)
find_library(GMP_LIBRARY gmp)
if(NOT GMP_INCLUDE_DIR OR NOT GMP_LIBRARY)
  message(FATAL_ERROR "GMP is missing. Install it and configure again, or let ./run do so:\n"
    "  Debian, Ubuntu: apt install libgmp-dev\n"
    "  Fedora: dnf install gmp-devel\n"
    "  Arch: pacman -S gmp\n"
    "  macOS: brew install gmp")
endif()
add_library(gmp INTERFACE)
target_include_directories(gmp SYSTEM INTERFACE ${GMP_INCLUDE_DIR})
target_link_libraries(gmp INTERFACE ${GMP_LIBRARY})
