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

    /// <summary>A mistake of the server's; what it was is told to the host only.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>A field whose type is non-null has no value.</summary>
    public const string UnexpectedNull = "UNEXPECTED_NULL";

    /// <summary>Introspection is asked for where <see cref="EngineLimits.AllowIntrospection"/> is off.</summary>
    public const string IntrospectionNotAllowed = "INTROSPECTION_NOT_ALLOWED";

    /// <summary>The document exceeds <see cref="EngineLimits.MaxDocumentLength"/>.</summary>
    public const string DocumentLimit = "DOCUMENT_LIMIT";

    /// <summary>The operation exceeds <see cref="EngineLimits.MaxRootFields"/>.</summary>
    public const string RootFieldLimit = "ROOT_FIELD_LIMIT";

    /// <summary>The document exceeds <see cref="EngineLimits.MaxAliases"/>.</summary>
    public const string AliasLimit = "ALIAS_LIMIT";

    /// <summary>The document exceeds <see cref="EngineLimits.MaxDirectives"/>.</summary>
    public const string DirectiveLimit = "DIRECTIVE_LIMIT";

    /// <summary>The operation exceeds <see cref="EngineLimits.MaxDepth"/>.</summary>
    public const string DepthLimit = "DEPTH_LIMIT";

    /// <summary>A variable exceeds <see cref="EngineLimits.MaxInputDepth"/>.</summary>
    public const string InputDepthLimit = "INPUT_DEPTH_LIMIT";

    /// <summary>The arguments exceed <see cref="EngineLimits.MaxInputValues"/>.</summary>
    public const string InputSizeLimit = "INPUT_SIZE_LIMIT";

    /// <summary>The last of so many errors that others are left out, by <see cref="EngineLimits.MaxErrors"/>.</summary>
    public const string ErrorLimit = "ERROR_LIMIT";

    /// <summary>The operation exceeds <see cref="EngineLimits.MaxFields"/>.</summary>
    public const string FieldLimit = "FIELD_LIMIT";

    /// <summary>The request exceeds <see cref="EngineLimits.MaxCost"/>.</summary>
    public const string CostLimit = "COST_LIMIT";

    /// <summary>The request exceeds <see cref="EngineLimits.MaxTime"/>.</summary>
    public const string TimeLimit = "TIME_LIMIT";
}
