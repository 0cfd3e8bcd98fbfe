# Turns the page's files into a C++ source: cmake -DPAGE=… -DSCRIPT=… -DSTYLE=… -DOUT=… -P embed.cmake
file(READ ${PAGE} page)
file(READ ${SCRIPT} script)
file(READ ${STYLE} style)
file(WRITE ${OUT} "#include \"sync-server/publish/check_page.hpp\"

namespace isoloir::publish {

const CheckPage& check_page()
{
    static const CheckPage page{
        R\"isoloir(${page})isoloir\",
        R\"isoloir(${script})isoloir\",
        R\"isoloir(${style})isoloir\"};
    return page;
}

}  // namespace isoloir::publish
")
