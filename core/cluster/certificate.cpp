// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/certificate.h"

#include "base/unique_fd.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <cstring>
#include <memory>

namespace cloop {

namespace {

template <auto release> struct Release {
    template <class T> void operator()(T *object) const { release(object); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Release<X509_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using BioPtr = std::unique_ptr<BIO, Release<BIO_free_all>>;
using ContextPtr = std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Release<SSL_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;

constexpr int patience_s = 5;

std::string text_in(BIO *bio) {
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string pem_of(X509 *certificate) {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) == 1 ? text_in(bio.get()) : std::string();
}

std::optional<Fingerprint> fingerprint_of(X509 *certificate) {
    Fingerprint fingerprint{};
    unsigned size = 0;
    const bool is_done = X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(fingerprint.data()), &size) == 1;
    return is_done && size == fingerprint.size() ? std::optional(fingerprint) : std::nullopt;
}

/// The first DNS name that the certificate is made for; empty if there is none.
std::string name_of(X509 *certificate) {
    const NamesPtr names(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type != GEN_DNS) continue;
        const auto *bytes = reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName));
        return {bytes, static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName))};
    }
    return {};
}

/// A connected socket whose reads and writes give up after a while.
Result<UniqueFd> connect_to(const ClusterUrl &url) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (const int error = ::getaddrinfo(url.host.c_str(), std::to_string(url.port).c_str(), &wanted, &found))
        return fail(ErrorCode::cluster_unreachable, url.place(), ::gai_strerror(error));
    const std::unique_ptr<addrinfo, Release<::freeaddrinfo>> addresses(found);
    int error = 0;
    for (const addrinfo *address = found; address; address = address->ai_next) {
        UniqueFd fd(::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol));
        if (!fd) continue;
        // The time to send bounds connect() too.
        const timeval patience{.tv_sec = patience_s, .tv_usec = 0};
        ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(fd.get(), address->ai_addr, address->ai_addrlen) == 0) return fd;
        error = errno == EINPROGRESS ? ETIMEDOUT : errno;
    }
    return fail(ErrorCode::cluster_unreachable, url.place(), std::strerror(error));
}

/// A NATS server says a line before TLS begins, and then waits.
bool skip_greeting(int fd) {
    constexpr std::size_t longest_greeting = 65536;
    char buffer[4096];
    for (std::size_t seen = 0; seen < longest_greeting;) {
        const ssize_t size = ::recv(fd, buffer, sizeof buffer, 0);
        if (size <= 0) return false;
        if (buffer[size - 1] == '\n') return true;
        seen += static_cast<std::size_t>(size);
    }
    return false;
}

} // namespace

Result<OwnCertificate> make_certificate() {
    const auto failed = fail(ErrorCode::system, "OpenSSL");
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertificatePtr certificate(X509_new());
    std::uint64_t serial = 0;
    if (!key || !certificate || RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1) return failed;
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "20000101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "99991231235959Z");
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    constexpr const char *words = "cloopsmith.invalid";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(words), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    for (const auto &[id, value] : {std::pair{NID_subject_alt_name, "DNS:cloopsmith.invalid"}, {NID_basic_constraints, "critical,CA:TRUE"}}) {
        const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, nullptr, id, value));
        if (!extension || X509_add_ext(certificate.get(), extension.get(), -1) != 1) return failed;
    }
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) return failed;
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) return failed;
    const auto fingerprint = fingerprint_of(certificate.get());
    if (!fingerprint) return failed;
    return OwnCertificate{pem_of(certificate.get()), text_in(bio.get()), *fingerprint};
}

Result<PinnedCertificate> fetch_certificate(const ClusterUrl &url) {
    CLOOP_LET(fd, connect_to(url));
    const auto silent = fail(ErrorCode::cluster_unreachable, url.place(), "NATS, TLS");
    if (!skip_greeting(fd.get())) return silent;
    const ContextPtr context(SSL_CTX_new(TLS_client_method()));
    const SslPtr ssl(context ? SSL_new(context.get()) : nullptr);
    // Not verified here: the fingerprint is compared below, and libnats verifies the connection that is used.
    if (!ssl || SSL_set_fd(ssl.get(), fd.get()) != 1 || SSL_connect(ssl.get()) != 1) return silent;
    const CertificatePtr certificate(SSL_get1_peer_certificate(ssl.get()));
    SSL_shutdown(ssl.get());
    if (!certificate) return silent;
    const auto fingerprint = fingerprint_of(certificate.get());
    if (!fingerprint || fingerprint != url.fingerprint)
        return fail(ErrorCode::cluster_not_trusted, url.place(), fingerprint ? to_hex(*fingerprint) : std::string());
    std::string name = name_of(certificate.get());
    if (X509_self_signed(certificate.get(), 1) != 1 || name.empty()) return fail(ErrorCode::cluster_not_trusted, url.place(), "?ca=");
    return PinnedCertificate{pem_of(certificate.get()), std::move(name)};
}

} // namespace cloop
