# Turns a page's files into a C++ source: cmake -DFUNCTION=… -DPAGE=… -DSCRIPT=… -DSTYLE=… -DOUT=… -P embed.cmake
file(READ ${PAGE} page)
file(READ ${SCRIPT} script)
file(READ ${STYLE} style)
file(WRITE ${OUT} "#include \"sync-server/publish/scripted_pages.hpp\"

namespace isoloir::publish {

const ScriptedPage& ${FUNCTION}()
{
    static const ScriptedPage page{
        R\"isoloir(${page})isoloir\",
        R\"isoloir(${script})isoloir\",
        R\"isoloir(${style})isoloir\"};
    return page;
}

}  // namespace isoloir::publish
")
