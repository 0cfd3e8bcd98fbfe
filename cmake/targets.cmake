option(ISOLOIR_WERROR "Treat warnings in our own code as errors" ON)
set(ISOLOIR_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined or thread")

add_library(isoloir_options INTERFACE)
target_compile_options(isoloir_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees overlaps in `"text" + std::string` that are not there (GCC bug 105651).
  target_compile_options(isoloir_options INTERFACE -Wno-restrict)
  # What a sanitizer adds hides from it that an expected's error is set (its documentation warns of this).
  if(ISOLOIR_SANITIZE)
    target_compile_options(isoloir_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  # Boost.Asio's fences, which ThreadSanitizer does not follow, stand beside locks that it does.
  if(ISOLOIR_SANITIZE STREQUAL "thread")
    target_compile_options(isoloir_options INTERFACE -Wno-tsan)
  endif()
endif()
if(ISOLOIR_WERROR)
  target_compile_options(isoloir_options INTERFACE -Werror)
endif()
target_include_directories(isoloir_options INTERFACE ${CMAKE_SOURCE_DIR})
if(ISOLOIR_SANITIZE)
  target_compile_options(isoloir_options INTERFACE -fsanitize=${ISOLOIR_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(isoloir_options INTERFACE -fsanitize=${ISOLOIR_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(isoloir_options INTERFACE -fstack-protector-strong -D_FORTIFY_SOURCE=2)
  target_link_options(isoloir_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# One folder is one library: isoloir_library(shared_crypto SOURCES hash.cpp ... LINKS shared_base)
function(isoloir_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC isoloir_options ${ARG_LINKS})
endfunction()

# A source of programs whose freed memory is wiped.
set(WIPING_HEAP ${CMAKE_SOURCE_DIR}/shared/crypto/wiping_heap.cpp)

function(isoloir_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE isoloir_options ${ARG_LINKS})
endfunction()
