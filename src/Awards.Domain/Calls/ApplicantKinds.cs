using Awards.Domain.Municipalities;

namespace Awards.Domain.Calls;

/// <summary>How the kind of an applicant is told.</summary>
public static class ApplicantKinds
{
    /// <summary>The kind by what the register and the application say; null where nothing tells it.</summary>
    /// <param name="municipality">Kind of the linked municipality; null = none is linked.</param>
    public static ApplicantKind? Of(MunicipalityKind? municipality, MunicipalityType? type, bool joint) => (joint, municipality) switch
    {
        (true, _) => ApplicantKind.JointGroup,
        (_, MunicipalityKind.District) => ApplicantKind.District,
        (_, MunicipalityKind.Association) => ApplicantKind.Association,
        (_, MunicipalityKind.Borough) => ApplicantKind.Borough,
        (_, MunicipalityKind.Organisation) => ApplicantKind.Organisation,
        _ => type switch
        {
            MunicipalityType.IndependentCity => ApplicantKind.IndependentCity,
            MunicipalityType.DistrictMunicipality => ApplicantKind.DistrictMunicipality,
            MunicipalityType.District => ApplicantKind.District,
            _ => null,
        },
    };
}
