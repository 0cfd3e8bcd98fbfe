# Has a program write its own manual pages and completion: cmake -DPROGRAM=bin/isoloir-server -DSHARE=build/share -P describe.cmake
get_filename_component(name ${PROGRAM} NAME)
# Pages of commands that are gone must not be shipped.
file(GLOB old ${SHARE}/man/man1/${name}.1 ${SHARE}/man/man1/${name}-*.1)
if(old)
  file(REMOVE ${old})
endif()
file(MAKE_DIRECTORY ${SHARE}/man/man1 ${SHARE}/bash-completion/completions ${SHARE}/zsh/vendor-completions ${SHARE}/fish/vendor_completions.d)
execute_process(COMMAND ${PROGRAM} --man ${SHARE}/man/man1 COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} --completion bash OUTPUT_FILE ${SHARE}/bash-completion/completions/${name} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} --completion zsh OUTPUT_FILE ${SHARE}/zsh/vendor-completions/_${name} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} --completion fish OUTPUT_FILE ${SHARE}/fish/vendor_completions.d/${name}.fish COMMAND_ERROR_IS_FATAL ANY)
