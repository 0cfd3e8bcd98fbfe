# A page that calculates in the visitor's browser: page.html and page.css of this folder, with the script and the style of the page's
# own. Bundled by the esbuild of package-lock.json and built into the server: what is served is what was built from this source.
find_program(NODE node REQUIRED)
set(modules ${CMAKE_SOURCE_DIR}/node_modules)
set(esbuild ${modules}/.bin/esbuild)
set(tsc ${NODE} ${modules}/typescript/bin/tsc)
if(NOT EXISTS ${esbuild})
  message(FATAL_ERROR "The tools of the pages are missing: run ./isoloir setup")
endif()
set(page_folder ${CMAKE_CURRENT_LIST_DIR})

# isoloir_page(check): src/page.ts and check.css here become /check, /check.js and /check.css, and the library web_check.
# `sources` are what it is bundled from.
function(isoloir_page NAME)
  file(GLOB found CONFIGURE_DEPENDS src/*.ts src/*/*.ts ../protocol/*.ts ../page/*.ts)
  set(sources ${found} PARENT_SCOPE)
  set(page ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.html)
  set(script ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.js)
  set(style ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.css)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${NAME}_page.cpp)
  configure_file(${page_folder}/page.html ${page} @ONLY)
  add_custom_command(OUTPUT ${script}
    COMMAND ${esbuild} src/page.ts --bundle --minify --format=iife --target=es2022 --charset=utf8 --legal-comments=inline --log-level=warning --outfile=${script}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    DEPENDS ${found} ${CMAKE_SOURCE_DIR}/package-lock.json)
  add_custom_command(OUTPUT ${style}
    COMMAND ${CMAKE_COMMAND} -E cat ${page_folder}/page.css ${NAME}.css > ${style}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    DEPENDS ${page_folder}/page.css ${NAME}.css)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${NAME}_page -DPAGE=${page} -DSCRIPT=${script} -DSTYLE=${style} -DOUT=${generated} -P ${page_folder}/embed.cmake
    DEPENDS ${page_folder}/embed.cmake ${page} ${script} ${style})
  isoloir_library(web_${NAME} SOURCES ${generated})
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)  # clang warns beyond 64 KiB
endfunction()
