// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a NATS server, and what proves who we are and who it is:
//
//     nats://[TOKEN@ | USER:PASSWORD@]HOST[:PORT][?ca=FILE&nkey=KEY&seed=FILE][#FINGERPRINT]
//
// tls:// in place of nats:// asks for TLS with the system's authorities, ca= with that one, a fingerprint with that very certificate.

#pragma once

#include "base/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cloop {

/// SHA-256 of a certificate in DER.
using Fingerprint = std::array<std::byte, 32>;

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Fingerprint &fingerprint);

struct ClusterUrl {
    std::string host;           ///< a name or an address, IPv6 without brackets
    std::uint16_t port = 4222;  ///< of NATS
    bool wants_tls = false;
    std::string token{};        ///< with a token, there is no user
    std::string user{};
    std::string password{};
    std::string ca_file{};      ///< PEM
    std::string nkey{};         ///< public key, "U…"; its seed lies in `seed_file`
    std::string seed_file{};
    std::optional<Fingerprint> fingerprint{};

    /// Errors: cluster_url_invalid; the detail is the part that is wrong, and never a secret.
    static Result<ClusterUrl> parse(std::string_view text);

    /// HOST:PORT, an IPv6 address in brackets.
    std::string place() const;
    /// The whole, with its secrets, as parse() takes it.
    std::string text() const;
};

} // namespace cloop
