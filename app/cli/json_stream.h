// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON incrementally, for output that may be too long for memory.

#pragma once

#include "session.h"

#include <string>
#include <string_view>
#include <vector>

namespace cloop::cli {

/// Opens and closes objects and arrays; the caller must write valid JSON between. The destructor flushes.
class JsonStream {
public:
    explicit JsonStream(Session &session) : session_(session) {}
    ~JsonStream();
    JsonStream(const JsonStream &) = delete;
    JsonStream &operator=(const JsonStream &) = delete;

    /// `bracket`: '{' or '['; `key`: the name, inside an object.
    void open(char bracket, std::string_view key = {});
    void close();
    void value(const Json &json, std::string_view key = {});

    /// Writes the members of `object`.
    void members(const Json &object);

private:
    void begin(std::string_view key);
    void add(std::string_view text);

    Session &session_;
    std::string buffer_;
    std::string brackets_;   ///< closing brackets of the open objects and arrays
    bool is_first_ = true;   ///< the innermost object or array is still empty
};

} // namespace cloop::cli
