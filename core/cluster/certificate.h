// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate of a server that lives as long as one run, and how a fingerprint is enough to trust it.

#pragma once

#include "cluster/cluster_url.h"

#include <string>

namespace cloop {

/// With its key, both PEM.
struct OwnCertificate {
    std::string certificate;
    std::string key;
    Fingerprint fingerprint{};
};

/// Self-signed, for a name that no authority signs (RFC 6761: .invalid), without an end, because computers' clocks differ. Error: system.
Result<OwnCertificate> make_certificate();

struct PinnedCertificate {
    std::string certificate;  ///< PEM: the only one to trust
    std::string name;         ///< that it was made for
};

/// Asks the NATS server at `url` for its certificate, by a connection of its own, on which nothing secret is said, because libnats 3.4 can check
/// a chain and a name, but no fingerprint. Errors: cluster_unreachable; cluster_not_trusted if the certificate is not the one of url.fingerprint,
/// or is signed by another, which libnats would want to have.
Result<PinnedCertificate> fetch_certificate(const ClusterUrl &url);

} // namespace cloop
