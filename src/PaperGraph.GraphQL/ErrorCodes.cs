namespace PaperGraph.GraphQL;

/// <summary>The codes of errors that the engine itself reports, besides those of <see cref="GraphQLError"/>.</summary>
public static class ErrorCodes
{
    /// <summary>Variables or arguments that do not fit their types.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The request names no operation of its document, or a kind of operation that is not answered here.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>A mutation where <see cref="GraphQLRequest.NoMutations"/> is set.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>A subscription where there can be only one response.</summary>
    public const string StreamExpected = "STREAM_EXPECTED";

    /// <summary>A mistake of the server's; what it was is told to the host only.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>A field that must not be null is.</summary>
    public const string UnexpectedNull = "UNEXPECTED_NULL";

    /// <summary>The document defers or streams, and the client accepts no answer in parts.</summary>
    public const string IncrementalNotAccepted = "INCREMENTAL_NOT_ACCEPTED";

    public const string IntrospectionNotAllowed = "INTROSPECTION_NOT_ALLOWED";

    public const string DocumentLimit = "DOCUMENT_LIMIT";

    public const string RootFieldLimit = "ROOT_FIELD_LIMIT";

    public const string AliasLimit = "ALIAS_LIMIT";

    public const string DirectiveLimit = "DIRECTIVE_LIMIT";

    public const string DepthLimit = "DEPTH_LIMIT";

    /// <summary>A value of the variables that nests too deep.</summary>
    public const string InputDepthLimit = "INPUT_DEPTH_LIMIT";

    /// <summary>The last of so many errors that others are left out.</summary>
    public const string ErrorLimit = "ERROR_LIMIT";

    public const string FieldLimit = "FIELD_LIMIT";

    public const string CostLimit = "COST_LIMIT";

    public const string TimeLimit = "TIME_LIMIT";
}
