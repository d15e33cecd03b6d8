// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json_text.h"

#include "base/utf8.h"
#include "text/value_names.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace cloop {

std::string dumped(const Json &json, int indent) { return json.dump(indent, ' ', true, Json::error_handler_t::replace); }

void put_bytes(Json &row, const std::string &key, std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    row[key] = bytes;
    if (is_utf8(bytes)) return;
    std::string escaped;
    for (const char octet : bytes) {
        if (octet > 0x20 && octet < 0x7F && octet != '%') escaped += octet;
        else escaped += {'%', digits[static_cast<unsigned char>(octet) >> 4], digits[octet & 15]};
    }
    row[key + "_bytes"] = escaped;
}

Json to_json(const std::vector<HeadCorrection> &corrections) {
    Json json = Json::array();
    for (const HeadCorrection &one : corrections) json.push_back({{"field", text_of(one.field).name}, {"stated", one.stated}, {"used", one.used}});
    return json;
}

} // namespace cloop
