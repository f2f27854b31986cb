//! What one is checked for before or in a job.

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::vocabulary::terms;

terms! {
    /// What one is checked for.
    JobCheckKind, "check" {
        /// An enhanced check of criminal records by the Disclosure and Barring Service.
        DbsEnhanced = "dbs-enhanced", dbs_enhanced;
        /// A standard one.
        DbsStandard = "dbs-standard", dbs_standard;
        /// A basic one.
        DbsBasic = "dbs-basic", dbs_basic;
        /// A check of one's health.
        Health = "health", health_check;
        /// A licence to drive a car.
        DrivingLicence = "driving-licence", driving_licence;
        /// A licence to drive a vehicle of category C1.
        DrivingC1 = "driving-c1", driving_licence_c1;
        /// One must be 18.
        Age18 = "age-18", aged_18;
        /// A check by the employer's occupational health service.
        OccupationalHealth = "occupational-health", occupational_health_check;
        /// Vaccinations.
        Vaccination = "vaccination", vaccinations;
        /// A security check.
        Security = "security", security_check;
    }
}

/// One thing that one is checked for.
#[derive(Clone, Debug)]
pub struct JobCheck {
    /// What for.
    pub kind: JobCheckKind,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}
