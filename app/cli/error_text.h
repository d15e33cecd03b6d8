// From an Error to the sentence that a person reads. The one place where they stand.

#pragma once

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <string>

namespace cloop::cli {

/// "big.cloop: block 4711 (offset 301 989 888): the stored data does not inflate." What, where, what to do.
std::string sentence(const Error &error);

/// The name of a code in --json: stable.
std::string_view code_name(ErrorCode code);

/// {"code", "name", "message", "file", "block", "offset"}: the last three where they are known.
nlohmann::ordered_json to_json(const Error &error);

} // namespace cloop::cli
