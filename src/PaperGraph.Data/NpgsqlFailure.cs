using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Tells failures of the database from others.</summary>
public static class NpgsqlFailure
{
    /// <summary>
    /// What failed in the database or on the way to it; null where nothing did. EF Core wraps it once where it saves, and once more where
    /// it takes it for a passing trouble.
    /// </summary>
    public static NpgsqlException? Of(Exception exception) => exception switch
    {
        NpgsqlException failure => failure,
        DbUpdateException { InnerException: { } inner } => Of(inner),
        InvalidOperationException { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
