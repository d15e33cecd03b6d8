// SPDX-License-Identifier: GPL-3.0-or-later
#include "error_json.h"

#include "text/error_sentence.h"
#include "text/error_texts.h"

namespace cloop::cli {

Json to_json(const Error &error) {
    Json json{{"code", static_cast<int>(error.code)}, {"name", text_of(error.code).name}, {"message", sentence(error)}};
    if (!error.subject.empty()) put_bytes(json, "file", error.subject);
    if (error.block != Error::nowhere) json["block"] = error.block;
    if (error.offset != Error::nowhere) json["offset"] = error.offset;
    if (error.sys != 0) json["errno"] = error.sys;
    return json;
}

} // namespace cloop::cli
