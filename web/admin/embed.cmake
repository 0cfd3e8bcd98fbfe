# Turns the built pages into a C++ source: cmake -DFROM=… -DOUT=… -P embed.cmake
file(GLOB_RECURSE files RELATIVE ${FROM} ${FROM}/*)
list(SORT files)
set(arrays "")
set(entries "")
set(n 0)
foreach(file ${files})
  file(READ ${FROM}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  if(file MATCHES "\\.html$")
    set(type "text/html; charset=utf-8")
  elseif(file MATCHES "\\.js$")
    set(type "text/javascript; charset=utf-8")
  elseif(file MATCHES "\\.css$")
    set(type "text/css; charset=utf-8")
  elseif(file MATCHES "\\.ttf$")
    set(type "font/ttf")
  elseif(file MATCHES "\\.woff2$")
    set(type "font/woff2")
  else()
    message(FATAL_ERROR "${file} is of no type that the admins' pages have")
  endif()
  string(REGEX REPLACE "index\\.html$" "" path "${file}")
  string(APPEND arrays "constexpr std::uint8_t kFile${n}[] = {${bytes}};\n")
  string(APPEND entries "    {\"/admin/${path}\", \"${type}\", kFile${n}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUT} "#include \"sync-server/admin/page_files.hpp\"

namespace isoloir::admin {
namespace {

${arrays}
constexpr PageFile kFiles[] = {
${entries}};

}  // namespace

std::span<const PageFile> page_files()
{
    return kFiles;
}

}  // namespace isoloir::admin
")
