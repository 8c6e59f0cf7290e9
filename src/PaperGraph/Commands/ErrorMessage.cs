using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.GraphQL.Http.Documents;
using PaperGraph.Postgres;

namespace PaperGraph.Commands;

/// <summary>What went wrong, as a sentence for the person at the terminal.</summary>
internal static class ErrorMessage
{
    public static string For(Exception exception) => (NpgsqlFailure.Of(exception) ?? exception) switch
    {
        CommandFailure or PrivatePostgresException or PersistedDocumentsException => exception.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures.Select(Sentence)),
        PostgresException postgres => For(postgres),
        NpgsqlException { InnerException: SocketException or TimeoutException } unreachable =>
            $"The database does not answer: {unreachable.InnerException!.Message}. Is PostgreSQL running, and is the connection string "
            + "right?",
        NpgsqlException lost => $"The connection to the database failed: {Sentence(lost.Message)} What was committed is kept; try again.",
        IOException { InnerException: AddressInUseException } taken =>
            $"{Sentence(taken.Message)} Give another address, for example --urls http://localhost:5081, or end the program that listens "
            + "there.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "The address to listen on is none of this machine's. Give one that it has by --urls, or localhost, or * for all of them.",
        InvalidOperationException when exception.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "An https address needs a certificate: ASPNETCORE_Kestrel__Certificates__Default__Path and __Password name one. "
            + "Or give an http address by --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "Listening on that address is not allowed. Ports below 1024 need rights; give another address by --urls.",
        IOException or UnauthorizedAccessException => Sentence(exception.Message),
        _ => $"Something went wrong that papergraph has no better words for: {Sentence(exception.Message)} ({exception.GetType().Name})",
    };

    private static string For(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database refuses the user: {Sentence(exception.MessageText)} Check user and password of the connection string.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"{Sentence(exception.MessageText)} Create it first, for example with createdb.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The database user lacks a right: {Sentence(exception.MessageText)} The user needs to own the database.",
        PostgresErrorCodes.TooManyConnections => "The database has no connection left. Close some, or raise its max_connections.",
        PostgresErrorCodes.DiskFull => "The database's disk is full. What was committed is kept; make room and try again.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "The database was shut down or is just starting. What was committed is kept; try again.",
        _ => $"The database refused a statement: {Sentence(exception.MessageText)} (SQLSTATE {exception.SqlState})",
    };

    private static string Sentence(string text)
    {
        text = text.ReplaceLineEndings(" ").Trim();
        if (text.Length == 0) return "";
        return char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' or '!' ? "" : ".");
    }
}
