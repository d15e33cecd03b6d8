// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_url.h"

#include <charconv>

namespace cloop {

namespace {

constexpr std::size_t longest_url = 4096;
constexpr std::string_view hex_digits = "0123456789abcdef";

std::optional<unsigned> hex_value(char digit) {
    if (digit >= 'A' && digit <= 'F') digit = static_cast<char>(digit - 'A' + 'a');
    const auto found = hex_digits.find(digit);
    return found == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(found));
}

/// "%41" is "A". None for a broken escape, and for a zero byte, which no option of libnats takes.
std::optional<std::string> unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char letter = text[i];
        if (letter == '%') {
            if (text.size() - i < 3) return std::nullopt;
            const auto high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (!high || !low) return std::nullopt;
            letter = static_cast<char>(*high * 16 + *low);
            i += 2;
        }
        if (letter == '\0') return std::nullopt;
        plain += letter;
    }
    return plain;
}

std::string escaped(std::string_view plain) {
    constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    std::string text;
    for (const char letter : plain) {
        const auto byte = static_cast<unsigned char>(letter);
        if (safe.find(letter) != std::string_view::npos) text += letter;
        else text += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
    }
    return text;
}

/// With or without colons, as openssl x509 -fingerprint prints it.
std::optional<Fingerprint> parse_fingerprint(std::string_view text) {
    Fingerprint fingerprint{};
    std::size_t digits = 0;
    for (const char letter : text) {
        if (letter == ':') continue;
        const auto value = hex_value(letter);
        if (!value || digits >= 2 * fingerprint.size()) return std::nullopt;
        fingerprint[digits / 2] = static_cast<std::byte>(static_cast<unsigned>(fingerprint[digits / 2]) * 16 + *value);
        ++digits;
    }
    if (digits != 2 * fingerprint.size()) return std::nullopt;
    return fingerprint;
}

/// Cuts what follows the first `mark` off `text`, with the mark; empty if there is none.
std::string_view cut_behind(std::string_view &text, char mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view behind = text.substr(at + 1);
    text = text.substr(0, at);
    return behind;
}

std::unexpected<Error> wrong(std::string_view part) { return fail(ErrorCode::cluster_url_invalid, {}, part); }

} // namespace

std::string to_hex(const Fingerprint &fingerprint) {
    std::string text;
    for (const std::byte byte : fingerprint) text += {hex_digits[static_cast<unsigned>(byte) >> 4], hex_digits[static_cast<unsigned>(byte) & 15]};
    return text;
}

Result<ClusterUrl> ClusterUrl::parse(std::string_view text) {
    ClusterUrl url;
    if (text.size() > longest_url) return wrong("URL");
    if (text.starts_with("tls://")) url.wants_tls = true;
    else if (!text.starts_with("nats://")) return wrong("nats://");
    text.remove_prefix(text.find("//") + 2);

    if (text.find('#') != std::string_view::npos) {
        url.fingerprint = parse_fingerprint(cut_behind(text, '#'));
        if (!url.fingerprint) return wrong("#FINGERPRINT");
        url.wants_tls = true;
    }
    std::string_view options = cut_behind(text, '?');
    while (!options.empty()) {
        const std::string_view rest = cut_behind(options, '&');
        const auto value = unescaped(cut_behind(options, '='));
        if (!value || value->empty()) return wrong("?" + std::string(options));
        if (options == "ca") url.ca_file = *value;
        else if (options == "nkey") url.nkey = *value;
        else if (options == "seed") url.seed_file = *value;
        else return wrong("?" + std::string(options));
        options = rest;
    }
    if (!url.ca_file.empty()) url.wants_tls = true;
    if (url.nkey.empty() != url.seed_file.empty()) return wrong("?nkey=KEY&seed=FILE");

    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        std::string_view who = text.substr(0, at);
        text.remove_prefix(at + 1);
        const bool has_password = who.find(':') != std::string_view::npos;
        const auto password = unescaped(cut_behind(who, ':'));
        const auto name = unescaped(who);
        if (!name || name->empty() || !password) return wrong("TOKEN@");
        (has_password ? url.user : url.token) = *name;
        url.password = *password;
    }

    std::string_view port;
    if (text.starts_with('[')) {
        text.remove_prefix(1);
        port = cut_behind(text, ']');
        if (!port.empty() && !port.starts_with(':')) return wrong("PORT");
        if (!port.empty()) port.remove_prefix(1);
    } else if (text.find(':') != std::string_view::npos) {
        port = cut_behind(text, ':');
        if (port.empty()) return wrong("PORT");
    }
    if (!port.empty()) {
        const char *end = port.data() + port.size();
        if (const auto [stop, error] = std::from_chars(port.data(), end, url.port); error != std::errc() || stop != end || url.port == 0)
            return wrong("PORT");
    }
    constexpr std::string_view never_in_hosts = " \t\r\n\"/\\@,[]?#%";
    if (text.empty() || text.find_first_of(never_in_hosts) != std::string_view::npos || text.find('\0') != std::string_view::npos)
        return wrong("HOST");
    url.host = text;
    return url;
}

std::string ClusterUrl::place() const {
    const bool is_v6 = host.find(':') != std::string::npos;
    return (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string ClusterUrl::text() const {
    std::string url = wants_tls && !fingerprint && ca_file.empty() ? "tls://" : "nats://";
    if (!token.empty()) url += escaped(token) + "@";
    else if (!user.empty()) url += escaped(user) + ":" + escaped(password) + "@";
    url += place();
    char mark = '?';
    const auto add = [&](const char *name, const std::string &value) {
        if (value.empty()) return;
        url += mark + std::string(name) + "=" + escaped(value);
        mark = '&';
    };
    add("ca", ca_file);
    add("nkey", nkey);
    add("seed", seed_file);
    if (fingerprint) url += "#" + to_hex(*fingerprint);
    return url;
}

} // namespace cloop
