#pragma once

#include "shared/base/result.hpp"

namespace isoloir::test {

/// error() of a result that succeeded is undefined: ask for the failure first.
template <class T>
bool fails_as(const Result<T>& result, Errc code)
{
    return !result && result.error().code == code;
}

}  // namespace isoloir::test
