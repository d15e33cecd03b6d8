// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that may be too long to be held, written as it is made.

#pragma once

#include "session.h"

#include <string>
#include <string_view>
#include <vector>

namespace cloop::cli {

/// Objects and arrays, opened and closed in turn; what stands between is the caller's to get right. Written out at the end of its life at the latest.
class JsonStream {
public:
    explicit JsonStream(Session &session) : session_(session) {}
    ~JsonStream();
    JsonStream(const JsonStream &) = delete;
    JsonStream &operator=(const JsonStream &) = delete;

    /// `bracket`: '{' or '['; `key`: inside an object its name.
    void open(char bracket, std::string_view key = {});
    void close();
    void value(const Json &json, std::string_view key = {});

    /// The members of an object, one after the other.
    void members(const Json &object);

private:
    void begin(std::string_view key);
    void add(std::string_view text);

    Session &session_;
    std::string buffer_;
    std::string brackets_;   ///< those that will close what is open
    bool is_first_ = true;   ///< nothing stands yet in what was opened last
};

} // namespace cloop::cli
