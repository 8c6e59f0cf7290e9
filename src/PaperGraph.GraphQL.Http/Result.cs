using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.GraphQL.Http;

/// <summary>A value, or the request error that there is in its place.</summary>
internal readonly struct Result<T>
    where T : notnull
{
    private readonly T? value;
    private readonly RequestError? error;

    private Result(T? value, RequestError? error)
    {
        this.value = value;
        this.error = error;
    }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(RequestError error) => new(default, error);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out RequestError? error)
    {
        value = this.value;
        error = this.error;
        return error is null;
    }
}
