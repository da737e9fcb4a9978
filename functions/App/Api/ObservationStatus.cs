namespace ServerlessIct.App.Api;

/// <summary>How a value is to be taken: letters of the SDMX code list CL_OBS_STATUS.</summary>
public enum ObservationStatus
{
    /// <summary>Normal.</summary>
    A,

    /// <summary>A break: the province is not the territory that it was a year before.</summary>
    B,

    /// <summary>Estimated: the source says so (<c>ước đạt</c>).</summary>
    E,

    /// <summary>Provisional: the source reports on a time that ended before the period did.</summary>
    P,

    /// <summary>Missing: nothing is known.</summary>
    O,

    /// <summary>Of low reliability: a reported change contradicts it, or it is outside what is plausible.</summary>
    U,
}
