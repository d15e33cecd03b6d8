// From an Error to the sentence that a person reads. The one place where they stand.

#pragma once

#include "base/error.h"
#include "format/head.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cloop::cli {

/// "big.cloop: block 4711 (offset 301 989 888): the stored data does not inflate." What, where, what to do.
std::string sentence(const Error &error);

/// "its head is damaged: it says 37 blocks; …": what it says, and what was made of it.
std::string sentence(const HeadCorrection &correction);

/// [{"field", "stated", "used"}]
nlohmann::ordered_json to_json(const std::vector<HeadCorrection> &corrections);

/// The name of a code in --json: stable.
std::string_view code_name(ErrorCode code);

/// {"code", "name", "message", "file", "block", "offset"}: the last three where they are known.
nlohmann::ordered_json to_json(const Error &error);

} // namespace cloop::cli
