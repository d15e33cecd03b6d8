// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON incrementally, for output that may be too long for memory.

#pragma once

#include "report/json_text.h"

#include <functional>

namespace cloop {

/// Objects and arrays, opened and closed in turn; the caller sees to it that what is written between them is JSON. Threads: one.
class JsonStream {
public:
    /// `write`: gets the text in pieces of about 64 KiB; the last one when this object is destroyed, at the latest.
    explicit JsonStream(std::function<void(std::string_view)> write) : write_(std::move(write)) {}
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

    std::function<void(std::string_view)> write_;
    std::string buffer_;
    std::string brackets_;   ///< those that will close what is open
    bool is_first_ = true;   ///< what was opened last is still empty
};

} // namespace cloop
