namespace PaperGraph.Postgres;

/// <summary>The private PostgreSQL cannot be had; the message says why and what to do, for a person to read.</summary>
public sealed class PrivatePostgresException : Exception
{
    public PrivatePostgresException(string message) : base(message)
    {
    }

    public PrivatePostgresException(string message, Exception cause) : base(message, cause)
    {
    }
}
