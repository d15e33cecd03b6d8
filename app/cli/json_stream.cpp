// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_stream.h"

#include "printable.h"

namespace cloop::cli {

namespace {

constexpr std::size_t piece_size = 65536;

} // namespace

JsonStream::~JsonStream() { session_.write(buffer_); }

void JsonStream::open(char bracket, std::string_view key) {
    begin(key);
    add(std::string(1, bracket));
    brackets_ += bracket == '{' ? '}' : ']';
    is_first_ = true;
}

void JsonStream::close() {
    const char bracket = brackets_.back();
    brackets_.pop_back();
    if (!is_first_) add("\n" + std::string(2 * brackets_.size(), ' '));
    add(std::string(1, bracket) + (brackets_.empty() ? "\n" : ""));
    is_first_ = false;
}

void JsonStream::value(const Json &json, std::string_view key) {
    begin(key);
    // Compact, on one line.
    add(dumped(json, -1));
}

void JsonStream::members(const Json &object) {
    for (const auto &[key, json] : object.items()) value(json, key);
}

void JsonStream::begin(std::string_view key) {
    if (brackets_.empty()) return;
    add((is_first_ ? "\n" : ",\n") + std::string(2 * brackets_.size(), ' '));
    is_first_ = false;
    if (!key.empty()) add("\"" + std::string(key) + "\": ");
}

void JsonStream::add(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() < piece_size) return;
    session_.write(buffer_);
    buffer_.clear();
}

} // namespace cloop::cli
