# Turns the script into a C++ source: cmake -DSCRIPT=… -DOUT=… -P embed.cmake
file(READ ${SCRIPT} script)
file(WRITE ${OUT} "#include \"sync-server/publish/live_script.hpp\"

namespace isoloir::publish {

std::string_view live_script()
{
    return R\"isoloir(${script})isoloir\";
}

}  // namespace isoloir::publish
")
